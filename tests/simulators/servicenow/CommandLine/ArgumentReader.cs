using System.Globalization;

namespace Spark.Simulators.ServiceNow.CommandLine;

/// <summary>Reads the command line and names everything that is wrong with it.</summary>
internal sealed class ArgumentReader
{
    public const string Usage = """
        servicenow-simulator: a ServiceNow instance's side of the wire, for tests and demonstrations.

          --urls URL               where to listen (default http://127.0.0.1:5092; port 0 takes a free one)
          --user NAME              the integration user, who has the role itil (default spark.integration)
          --password SECRET        its password,
          --password-file FILE     or a file that holds it (one of the two is needed)
          --requests-per-hour N    a rate limit for each user
          --exit-with-parent       end when standard input closes
          --help                   this text
        """;

    private static readonly string[] Flags = ["--exit-with-parent", "--help"];
    private static readonly string[] Names = ["--urls", "--user", "--password", "--password-file", "--requests-per-hour"];

    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);
    private readonly HashSet<string> flags = new(StringComparer.Ordinal);
    private readonly List<string> errors = [];

    public static ParsedArguments Read(IReadOnlyList<string> arguments)
    {
        var reader = new ArgumentReader();
        reader.Collect(arguments);
        if (reader.flags.Contains("--help"))
        {
            return new(Options: null, [], WantsHelp: true);
        }

        var options = reader.Build();
        return reader.errors.Count == 0 ? new(options, [], WantsHelp: false) : new(Options: null, reader.errors, WantsHelp: false);
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

    private SimulatorOptions Build() => new()
    {
        Urls = values.GetValueOrDefault("--urls", "http://127.0.0.1:5092"),
        User = values.GetValueOrDefault("--user", "spark.integration"),
        Password = Password(),
        RequestsPerHour = Limit(),
        ExitWithParent = flags.Contains("--exit-with-parent"),
    };

    private string Password()
    {
        if (values.TryGetValue("--password", out var password))
        {
            return password;
        }

        if (!values.TryGetValue("--password-file", out var file))
        {
            errors.Add("--password or --password-file is needed.");
            return "";
        }

        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            errors.Add($"--password-file: {exception.Message}");
            return "";
        }
    }

    private int? Limit()
    {
        if (!values.TryGetValue("--requests-per-hour", out var text))
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0)
        {
            return limit;
        }

        errors.Add("--requests-per-hour must be a number above zero.");
        return null;
    }
}
