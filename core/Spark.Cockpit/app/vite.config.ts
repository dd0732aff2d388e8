import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

export default defineConfig({
  base: "/cockpit/",
  plugins: [react()],
  // A file that is part of the script cannot be a data address: the page's policy takes scripts from this host only.
  build: { emptyOutDir: true, assetsInlineLimit: 0, target: "es2022", modulePreload: { polyfill: false }, chunkSizeWarningLimit: 1600 },
  server: { proxy: { "/api": "http://127.0.0.1:5080" } },
});
