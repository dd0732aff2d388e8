using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Spark.Webhooks;

namespace Spark.Offload.SparkcentralMessenger;

/// <summary>The page where the messenger opens. It tells nobody where it was opened from, is kept by no cache, and runs one script of its own.</summary>
internal sealed class MessengerPage(MessengerSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    public WebhookResponse Of(string name)
    {
        var nonce = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var origin = settings.Script.GetLeftPart(UriPartial.Authority);
        return WebhookResponse.Text(200, Html(name, nonce)) with
        {
            ContentType = "text/html; charset=utf-8",
            Headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                ["Cache-Control"] = "no-store",
                ["Referrer-Policy"] = "no-referrer",
                ["X-Content-Type-Options"] = "nosniff",
                ["X-Robots-Tag"] = "noindex",
                ["Content-Security-Policy"] = $"default-src 'none'; script-src 'nonce-{nonce}' {origin}; style-src 'unsafe-inline'; "
                    + $"connect-src https: wss: {origin}; img-src https: data: {origin}; font-src https:; frame-src https: {origin}; frame-ancestors 'none'",
            },
        };
    }

    private string Html(string name, string nonce)
    {
        var script = JavaScriptEncoder.Default;
        return $$"""
            <!doctype html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="referrer" content="no-referrer">
              <title>{{WebUtility.HtmlEncode(settings.Title)}}</title>
              <style>
                :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
                body { margin: 0; min-height: 100dvh; display: grid; place-items: center; }
                main { max-width: 34ch; padding: 2rem; text-align: center; }
                h1 { font-size: 1.3rem; margin: 0 0 .5rem; }
                p { margin: 0; opacity: .8; }
              </style>
            </head>
            <body>
              <main>
                <h1>{{WebUtility.HtmlEncode(settings.Title)}}</h1>
                <p id="state">The chat with our agents opens here. They know what you have told already.</p>
              </main>
              <script nonce="{{nonce}}" src="{{WebUtility.HtmlEncode(settings.Script.AbsoluteUri)}}"></script>
              <script nonce="{{nonce}}">
                const messenger = window["{{script.Encode(settings.Object)}}"];
                if (messenger) {
                  messenger.init({ appId: "{{script.Encode(settings.AppId)}}" })
                    .then(() => messenger.login("{{script.Encode(name)}}", "{{script.Encode(Token(name))}}"))
                    .then(() => messenger.open());
                } else {
                  document.getElementById("state").textContent = "The chat could not be loaded. Please reload this page.";
                }
              </script>
            </body>
            </html>
            """;
    }

    // The messenger's own form: HS256, the key's id in the header, for the user of one app.
    private string Token(string name)
    {
        var header = Part($$"""{"alg":"HS256","typ":"JWT","kid":"{{JavaScriptEncoder.Default.Encode(settings.KeyId)}}"}""");
        var expires = (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var payload = Part($$"""{"scope":"appUser","userId":"{{JavaScriptEncoder.Default.Encode(name)}}","exp":{{expires}}}""");
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(settings.Key), Encoding.UTF8.GetBytes($"{header}.{payload}"));
        return $"{header}.{payload}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
}
