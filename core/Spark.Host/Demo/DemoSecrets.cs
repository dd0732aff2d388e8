using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace Spark.Host.Demo;

/// <summary>Makes the secrets that the demo's environment names and nobody has given: random, kept between starts.</summary>
internal static partial class DemoSecrets
{
    private const int Bytes = 32;

    public static void Ensure(string folder, string environment)
    {
        Directory.CreateDirectory(folder);
        foreach (var name in SecretFile().Matches(environment).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                Write(path, RandomNumberGenerator.GetHexString(2 * Bytes, lowercase: true));
            }
        }
    }

    private static void Write(string path, string secret)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(secret);
    }

    [GeneratedRegex("file:(?<name>[a-z0-9][a-z0-9.-]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SecretFile();
}
