namespace Spark.Simulators.Sparkcentral.Settings;

/// <summary>The shared secret is a hex string: an even number of hex digits, at least one pair.</summary>
internal static class SharedSecret
{
    public static bool IsValid(string secretHex) =>
        secretHex.Length > 0 && secretHex.Length % 2 == 0 && secretHex.All(char.IsAsciiHexDigit);
}
