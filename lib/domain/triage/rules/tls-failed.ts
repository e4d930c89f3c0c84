import type { Rule } from '../clue.ts';

// One side demands TLS, or does not trust the other's certificate.
export const tlsFailed: Rule = {
  cause: 'tls-failed',
  clues: [
    // The templates' own lines, one of them misspelt there.
    {
      sign: /Hostname verification failed when est|SSL\/TLS is (?:not enabled|enforced) on the host|Unable to establish SSL\/TLS handshake/i,
      weight: 95,
      says: 'TLS with the database failed',
    },
    {
      sign: /certificate[ _]verify[ _]failed|SSLCertVerificationError|CERTIFICATE_VERIFY_FAILED|unable to (?:get local issuer|verify the first) certificate|UNABLE_TO_(?:VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT\w*)/i,
      weight: 94,
      says: 'The certificate of the server is not trusted',
    },
    {
      sign: /self[- ]?signed certificate|(?:DEPTH_ZERO_|)SELF_SIGNED_CERT\w*|certificate (?:is )?signed by unknown authority|unknown ca\b|unknown (?:certificate )?authority|x509: |PKIX path (?:building|validation) failed|unable to find valid certification path|certificate chain was issued by an authority that is not trusted|TrustAnchor|UnknownIssuer|invalid peer certificate/i,
      weight: 94,
      says: 'The certificate of the server is not trusted',
    },
    {
      sign: /certificate (?:has|is) expired|CERT_HAS_EXPIRED|certificate is not yet valid|CertificateExpired|NotAfter: /i,
      weight: 93,
      says: 'The certificate of the server has expired',
    },
    {
      sign: /ERR_TLS_CERT_ALTNAME_INVALID|does not match certificate|doesn't match (?:certificate|either of|host)|hostname mismatch|certificate is (?:not )?valid for [^\n]{1,120}, not|No subject alternative (?:DNS )?names?|No name matching \S{1,120} found|server certificate for "?[^"\n]{1,120}"? does not match|IP address mismatch|certificate name mismatch|RemoteCertificate(?:NameMismatch|ChainErrors|NotAvailable)|remote certificate (?:is invalid|was rejected)/i,
      weight: 93,
      says: 'The certificate is not for this host, or is not trusted',
    },
    {
      sign: /SSLHandshakeException|SSLException|SSLPeerUnverified|SSL ?handshake[^\n]{0,30}fail|TLS handshake[^\n]{0,40}(?:fail|error|eof)|handshake[_ ]failure|sslv3 alert|tlsv1 alert|alert (?:protocol version|handshake failure|unknown ca|bad certificate)|performing (?:SSL|TLS) handshake|Bad handshake|Exception while performing SSL|AuthenticationException: (?:Authentication failed, see inner|The remote)|ssl\.SSL(?:Error|EOFError|ZeroReturn)|\bSSLError\b/i,
      weight: 88,
      says: 'The TLS handshake failed',
      unless: /Max retries exceeded with url: \/(?!.*SSL)/,
    },
    {
      sign: /wrong version number|unsupported protocol|no protocols available|UNSUPPORTED_PROTOCOL|No appropriate protocol|protocol is disabled|no shared cipher|no ciphers available|dh key too small|ee key too small|ca md too weak|legacy renegotiation|tls: (?:protocol version|no supported|failed to verify|handshake|first record does not|server selected)|EPROTO\b|SSL routines|TLSV1_ALERT|WRONG_VERSION_NUMBER|inappropriate fallback/i,
      weight: 90,
      says: 'Both sides share no TLS version or cipher',
    },
    {
      sign: /SSL connection error|\(2026\b|CR_SSL_CONNECTION_ERROR|HANDSHAKE_SSL_ERROR|HANDSHAKE_NO_SSL_SUPPORT|secure connection to SQL Server by using Secure Sockets Layer|SSL Provider|SSL Security error|SSL_CONNECTION_ERROR|error establishing SSL|\b(?:tls|ssl) error\b|refused (?:TLS|SSL) connection|sent a TLS alert|SSL is not enabled on the server|The server does not support SSL|does not support (?:SSL|TLS)|SSL was required|SSL (?:negotiation|SYSCALL error: EOF)|SSL is required|SSL off|TLS (?:is )?required/i,
      weight: 89,
      says: 'TLS with the server failed',
      unless:
        /(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection) for [^\n]{0,200}SSL (?:on|encryption)/i,
    },
    {
      sign: /insecure transport are prohibited|require_secure_transport|ER_SECURE_TRANSPORT_REQUIRED|\(3159\b|connection requires? (?:SSL|TLS|encryption)|SSL connection is required|encrypt(?:ion|ed connection)s? (?:is )?required|must (?:use|be) (?:SSL|TLS|encrypted)|requires SSL\b/i,
      weight: 92,
      says: 'The server takes encrypted connections only',
    },
    {
      sign: /(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection) for [^\n]{0,200}?(?:no encryption|SSL off)/i,
      weight: 87,
      says: 'PostgreSQL admits no unencrypted connection',
      unless:
        /password authentication failed|(?:no pg_hba\.conf entry|pg_hba\.conf rejects connection) for [^\n]{0,200}SSL (?:on|encryption)/i,
    },
    {
      sign: /ORA-(?:12660|12650|12656|12657|12599|28759|28860|28862|28864|29024|29002|29106|29259|12560.{0,40}SSL)\b|DPY-3001\b|Native Network Encryption|Fatal SSL error|DPY-6000.{0,80}(?:TLS|SSL)|SQL\w{0,6}N.{0,80}(?:GSKit|SSL)|GSKit Error|reason "?GSK/i,
      weight: 92,
      says: 'TLS with the database failed',
    },
    {
      sign: /root certificate file "[^"\n]{1,200}" does not exist|(?:could not (?:load|open|read)|cannot (?:load|open|find)|No such file)[^\n]{0,120}(?:\.pem|\.crt|\.jks|ca[- ]bundle|certificate)|trust ?store[^\n]{0,60}(?:not found|does not exist|password)|no start line|error loading (?:ca|certificate)|Invalid ssl[- ]?ca/i,
      weight: 84,
      says: 'The file with the trusted certificates is missing or broken',
    },
  ],
};
