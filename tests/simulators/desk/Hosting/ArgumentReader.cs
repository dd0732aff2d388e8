namespace Spark.Simulators.Desk.Hosting;

/// <summary>Reads the command line.</summary>
internal static class ArgumentReader
{
    public const string Usage = """
        desk-simulator: a small relay desk, for tests and demonstrations.

          --urls URL            where to listen (default http://127.0.0.1:5084)
          --token TOKEN         what callers of the API must show,
          --token-file FILE     or a file that holds it
          --secret TEXT         the key that signs webhooks,
          --secret-file FILE    or a file that holds it
          --exit-with-parent    end when standard input closes
          --help                this text
        """;

    private const string ExitWithParent = "--exit-with-parent";
    private static readonly string[] Names = ["--urls", "--token", "--token-file", "--secret", "--secret-file"];

    /// <summary>The options; or what is wrong with the arguments.</summary>
    public static (DeskOptions? Options, string? Error) Read(IReadOnlyList<string> arguments)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < arguments.Count; index++)
        {
            if (arguments[index] == ExitWithParent)
            {
                values[ExitWithParent] = "";
            }
            else if (!Names.Contains(arguments[index], StringComparer.Ordinal))
            {
                return (null, $"{arguments[index]} is not an option.");
            }
            else if (index + 1 == arguments.Count)
            {
                return (null, $"{arguments[index]} needs a value.");
            }
            else
            {
                values[arguments[index]] = arguments[++index];
            }
        }

        if (Secret(values, "--token") is not { Length: > 0 } token || Secret(values, "--secret") is not { Length: > 0 } secret)
        {
            return (null, "--token and --secret, or their files, are needed.");
        }

        return (new()
        {
            Urls = values.GetValueOrDefault("--urls", "http://127.0.0.1:5084"),
            Token = token,
            Secret = secret,
            ExitWithParent = values.ContainsKey(ExitWithParent),
        }, null);
    }

    private static string? Secret(Dictionary<string, string> values, string name) =>
        values.TryGetValue($"{name}-file", out var file) ? File.ReadAllText(file).Trim() : values.GetValueOrDefault(name);
}
