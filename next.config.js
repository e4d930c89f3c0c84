/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // `next dev` would otherwise write a file of its own into the tree.
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Security headers of what proxy.ts does not pass through (routes, static files). Most of them mean something for
  // documents only; on each of the scripts they would be the larger part of a first load's headers.
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
      ],
    },
    {
      source: '/((?!_next/static/).*)',
      headers: [
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        {
          key: 'Permissions-Policy',
          value:
            'accelerometer=(), autoplay=(), browsing-topics=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), serial=(), usb=(), interest-cohort=()',
        },
      ],
    },
  ],
};
