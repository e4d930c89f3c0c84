/** @type {import('next').NextConfig} */
export default {
  output: 'standalone',
  // `next dev` would otherwise write a file of its own into the tree.
  agentRules: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // Security headers of what proxy.ts does not pass through (routes, static files).
  headers: async () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'no-referrer' },
        { key: 'X-Frame-Options', value: 'DENY' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
        { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), interest-cohort=()' },
      ],
    },
  ],
};
