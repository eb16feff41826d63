import type { RequestHandler } from "express";
import helmet from "helmet";

/** Nothing from elsewhere, nothing inline, nothing evaluated. Plain HTTP on purpose: this computer only. */
export function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
    // With no-referrer a browser sends "Origin: null" with our own forms.
    referrerPolicy: { policy: "same-origin" },
  });
}

/** Pages speak of customers: no cache keeps them. */
export const keepNothing: RequestHandler = (_request, response, next) => {
  response.setHeader("Cache-Control", "no-store");
  next();
};
