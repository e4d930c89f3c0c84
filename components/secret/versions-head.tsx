import { useFirstZone } from '@/components/ui/first-zone';
import { headRowLook } from '@/components/ui/table';
import { zoneName } from '@/components/ui/time-format';
import { VisuallyHidden } from '@/components/ui/visually-hidden';

/** The titles of the versions; on a phone they are there to be read out only. */
export function VersionsHead() {
  useFirstZone();
  return (
    <thead className="max-md:sr-only">
      <tr className={headRowLook}>
        <th scope="col" className="w-24 pl-4 font-normal @5xl:w-28 md:pl-5">
          Version
        </th>
        <th scope="col" className="font-normal">
          Labels
        </th>
        <th scope="col" className="w-28 font-normal @5xl:w-48">
          Created ({zoneName(new Date())})
        </th>
        <th scope="col" className="font-normal @5xl:w-44">
          By
        </th>
        <th scope="col" className="w-20 font-normal @5xl:w-28">
          Last accessed
        </th>
        <th scope="col" className="w-28 font-normal @5xl:w-44">
          Held AWSCURRENT
        </th>
        <th scope="col" className="pr-4 md:pr-5">
          <VisuallyHidden>Acts</VisuallyHidden>
        </th>
      </tr>
    </thead>
  );
}
