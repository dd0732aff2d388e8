using System.Globalization;

namespace Spark.Simulators.Teams.CommandLine;

/// <summary>Reads the command line and names everything that is wrong with it.</summary>
internal sealed class ArgumentReader
{
    public const string Usage = """
        teams-simulator: Microsoft's side of Teams, for tests and demonstrations. Not a product of Microsoft's.

          --urls URL                  where to listen (default http://127.0.0.1:5082)
          --bot URL                   where the bot hears activities
          --app-id ID                 the bot's app id
          --client-secret SECRET      its client secret,
          --client-secret-file FILE   or a file that holds it; without one any is taken
          --certificate-file FILE     the bot's certificate as PEM, by which it has to prove itself then
          --tenant ID                 the tenant whose people are here
          --bot-name NAME             how people know the bot
          --patience SECONDS          how long the bot may take to answer an activity (default 15)
          --no-redelivery             an activity that was not answered in time does not come again
          --exit-with-parent          end when standard input closes
          --help                      this text
        """;

    private static readonly string[] Flags = ["--no-redelivery", "--exit-with-parent", "--help"];

    private static readonly string[] Names =
        ["--urls", "--bot", "--app-id", "--client-secret", "--client-secret-file", "--certificate-file", "--tenant", "--bot-name", "--patience"];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];

    /// <summary>Null when something is wrong, or help is wanted.</summary>
    public SimulatorOptions? Options { get; private set; }

    public IReadOnlyList<string> Errors => errors;

    public bool WantsHelp => flags.Contains("--help");

    public static ArgumentReader Read(IReadOnlyList<string> arguments)
    {
        var reader = new ArgumentReader();
        reader.Collect(arguments);
        var options = reader.Build();
        reader.Options = reader.errors.Count == 0 && !reader.WantsHelp ? options : null;
        return reader;
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
        var usual = new SimulatorOptions();
        return new()
        {
            Urls = values.GetValueOrDefault("--urls", usual.Urls),
            Bot = Address("--bot"),
            AppId = values.GetValueOrDefault("--app-id", usual.AppId),
            ClientSecret = Secret(),
            Certificate = Text("--certificate-file"),
            Tenant = values.GetValueOrDefault("--tenant", usual.Tenant),
            BotName = values.GetValueOrDefault("--bot-name", usual.BotName),
            Patience = Seconds("--patience", usual.Patience),
            Redelivers = !flags.Contains("--no-redelivery"),
            ExitWithParent = flags.Contains("--exit-with-parent"),
        };
    }

    private string? Secret()
    {
        if (!values.ContainsKey("--client-secret-file"))
        {
            return values.GetValueOrDefault("--client-secret");
        }

        if (values.ContainsKey("--client-secret"))
        {
            errors.Add("--client-secret and --client-secret-file exclude each other.");
        }

        return Text("--client-secret-file");
    }

    private string? Text(string name)
    {
        if (!values.TryGetValue(name, out var file))
        {
            return null;
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"{name}: {exception.Message}");
            return null;
        }
    }

    private Uri? Address(string name)
    {
        if (!values.TryGetValue(name, out var text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        {
            return address;
        }

        errors.Add($"{name} must be an http or https address.");
        return null;
    }

    private TimeSpan Seconds(string name, TimeSpan otherwise)
    {
        if (!values.TryGetValue(name, out var text))
        {
            return otherwise;
        }

        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        errors.Add($"{name} must be a number of seconds.");
        return otherwise;
    }
}
