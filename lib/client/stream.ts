// The one importer of an experimental export: if it changes its name, it does so here.
export { experimental_streamedQuery as streamedQuery } from '@tanstack/react-query';
