using Spark.Simulators.Sparkcentral.Settings;

namespace Spark.Simulators.Sparkcentral.CommandLine;

/// <summary>Reads the command line and names everything that is wrong with it.</summary>
internal sealed class ArgumentReader
{
    public const string Usage = """
        sparkcentral-simulator: Sparkcentral's side of the wire, for tests and demonstrations.

          --urls URL                  where to listen (default http://127.0.0.1:5090; port 0 takes a free one)
          --webhook URL               the virtual agent's webhook
          --secret HEX                the shared secret that signs webhooks,
          --secret-file FILE          or a file that holds it (one of the two is needed)
          --client-id ID              the REST key; without it nobody gets a token
          --client-secret SECRET      its secret,
          --client-secret-file FILE   or a file that holds it
          --profile NAME              classic2019 (default), inbox2 or mixed
          --retry-timestamp NAME      fresh (default) or same
          --topics A,B                the topics that the tenant knows
          --exit-with-parent          end when standard input closes
          --help                      this text
        """;

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];

    private static readonly string[] Flags = ["--exit-with-parent", "--help"];

    private static readonly string[] Names =
    [
        "--urls", "--webhook", "--secret", "--secret-file", "--client-id", "--client-secret", "--client-secret-file", "--profile",
        "--retry-timestamp", "--topics",
    ];

    public static ParsedArguments Read(IReadOnlyList<string> arguments)
    {
        var reader = new ArgumentReader();
        reader.Collect(arguments);
        if (reader.flags.Contains("--help"))
        {
            return new ParsedArguments(Options: null, [], WantsHelp: true);
        }

        var options = reader.Build();
        return reader.errors.Count == 0
            ? new ParsedArguments(options, [], WantsHelp: false)
            : new ParsedArguments(Options: null, reader.errors, WantsHelp: false);
    }

    private void Collect(IReadOnlyList<string> arguments)
    {
        for (var index = 0; index < arguments.Count; index++)
        {
            var name = arguments[index];
            if (Flags.Contains(name, StringComparer.Ordinal))
            {
                flags.Add(name);
            }
            else if (!Names.Contains(name, StringComparer.Ordinal))
            {
                errors.Add($"{name} is not an option.");
            }
            else if (index + 1 == arguments.Count)
            {
                errors.Add($"{name} needs a value.");
            }
            else if (!values.TryAdd(name, arguments[++index]))
            {
                errors.Add($"{name} is given twice.");
            }
        }
    }

    private SimulatorOptions Build()
    {
        var settings = new TenantSettings
        {
            Profile = Word("--profile", WireProfile.Classic2019),
            SecretHex = ReadSharedSecret(),
            Webhook = ReadWebhook(),
            ClientId = values.GetValueOrDefault("--client-id"),
            ClientSecret = ReadSecret("--client-secret"),
            RetryTimestamp = Word("--retry-timestamp", RetryTimestamp.Fresh),
        };
        if (values.TryGetValue("--topics", out var topics))
        {
            settings = settings with
            {
                Topics = topics.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            };
        }

        return new SimulatorOptions
        {
            Urls = values.GetValueOrDefault("--urls", "http://127.0.0.1:5090"),
            Tenant = settings,
            ExitWithParent = flags.Contains("--exit-with-parent"),
        };
    }

    private string ReadSharedSecret()
    {
        if (ReadSecret("--secret") is not { } secret)
        {
            // An unreadable file has been reported where it was read.
            if (!values.ContainsKey("--secret-file"))
            {
                errors.Add("--secret or --secret-file is needed.");
            }

            return string.Empty;
        }

        if (!SharedSecret.IsValid(secret))
        {
            errors.Add("The shared secret must be an even number of hex digits.");
        }

        return secret;
    }

    private string? ReadSecret(string name)
    {
        var fileOption = $"{name}-file";
        if (!values.TryGetValue(fileOption, out var file))
        {
            return values.GetValueOrDefault(name);
        }

        if (values.ContainsKey(name))
        {
            errors.Add($"{name} and {fileOption} exclude each other.");
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{fileOption}: {exception.Message}");
            return null;
        }
    }

    private Uri? ReadWebhook()
    {
        if (!values.TryGetValue("--webhook", out var text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var webhook) && webhook.Scheme is "http" or "https")
        {
            return webhook;
        }

        errors.Add("--webhook must be an http or https address.");
        return null;
    }

    private T Word<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (!values.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        foreach (var word in Enum.GetValues<T>())
        {
            if (word.ToString().Equals(text, StringComparison.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        var words = Enum.GetNames<T>().Select(word => word.ToLowerInvariant());
        errors.Add($"{name} must be one of {string.Join(", ", words)}.");
        return otherwise;
    }
}
