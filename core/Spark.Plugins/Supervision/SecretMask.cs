namespace Spark.Plugins.Supervision;

/// <summary>Takes the secrets of an instance out of texts that somebody may read.</summary>
internal sealed class SecretMask
{
    private const string Hidden = "***";

    // Shorter ones occur inside ordinary words: masking them would garble a text and thereby tell them.
    private const int ShortestReplaced = 4;

    private readonly string[] secrets;

    public SecretMask(IEnumerable<string> secrets) => this.secrets =
    [
        .. secrets
            .Where(secret => secret.Length > 0)
            .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length),
    ];

    public static SecretMask None { get; } = new([]);

    public string Apply(string text)
    {
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
}
