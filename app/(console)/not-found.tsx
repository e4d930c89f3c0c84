import { NoSuchPage } from '@/components/frame/no-such-page';

// The frame around it has the main landmark.
export default NoSuchPage;
