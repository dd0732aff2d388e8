using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Spark.Actions.Call.Authorization;

/// <summary>Signs requests, last of all: what is signed is what is sent.</summary>
internal sealed class RequestSigner(SignatureSettings settings, TimeProvider time)
{
    private readonly byte[] key = Encoding.UTF8.GetBytes(settings.Secret);

    public void Sign(HttpRequestMessage request, byte[] body)
    {
        var stamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] signed = settings.Signs == "body"
            ? body
            : [.. Encoding.UTF8.GetBytes($"{request.Method}\n{request.RequestUri!.PathAndQuery}\n{(settings.TimestampHeader.Length > 0 ? stamp : "")}\n"), .. body];
        var hash = settings.Algorithm == "sha512" ? HMACSHA512.HashData(key, signed) : HMACSHA256.HashData(key, signed);
        var text = settings.Encoding == "base64" ? Convert.ToBase64String(hash) : Convert.ToHexStringLower(hash);
        Set(request, settings.Header, settings.Prefix + text);
        if (settings.TimestampHeader.Length > 0)
        {
            Set(request, settings.TimestampHeader, stamp);
        }
    }

    private static void Set(HttpRequestMessage request, string name, string value)
    {
        request.Headers.Remove(name);
        request.Headers.TryAddWithoutValidation(name, value);
    }
}
