using System.Text;
using System.Text.Encodings.Web;

namespace Spark.Runtime.Secrets;

/// <summary>Takes secrets out of texts that somebody may read, in each of the forms that they take on their way.</summary>
public sealed class SecretMask
{
    private const string Hidden = "***";

    // Shorter ones occur inside ordinary words: masking them would garble a text and thereby tell them.
    private const int ShortestReplaced = 4;

    private readonly string[] secrets;

    public SecretMask(IEnumerable<string> secrets) => this.secrets =
    [
        .. secrets
            .Where(secret => secret.Length > 0)
            .SelectMany(Forms)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length),
    ];

    public static SecretMask None { get; } = new([]);

    public string Apply(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var secret in secrets)
        {
            if (!text.Contains(secret, StringComparison.Ordinal))
            {
                continue;
            }

            if (secret.Length < ShortestReplaced)
            {
                return "(withheld: it contains a secret)";
            }

            text = text.Replace(secret, Hidden, StringComparison.Ordinal);
        }

        return text;
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(SecretMask);

    // As it is, in an address, in a form, in JSON by both of the usual rules, and in Base64.
    private static IEnumerable<string> Forms(string secret)
    {
        var base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(secret));
        return
        [
            secret,
            Uri.EscapeDataString(secret),
            Uri.EscapeDataString(secret).Replace("%20", "+", StringComparison.Ordinal),
            JavaScriptEncoder.Default.Encode(secret),
            JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
            base64,
            base64.TrimEnd('='),
            Uri.EscapeDataString(base64),
        ];
    }
}
