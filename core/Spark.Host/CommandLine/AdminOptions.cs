using System.CommandLine;
using Spark.Host.Administration;

namespace Spark.Host.CommandLine;

/// <summary>How a command that changes something is told what to work on; the same for all of them.</summary>
internal sealed class AdminOptions
{
    public const string TokenVariable = "SPARK_ADMIN_TOKEN";

    private readonly Option<string?> data = HostOptions.Data();
    private readonly Option<string?> database = new("--database") { Description = "The connection string of a PostgreSQL (or SPARK_DATABASE)." };
    private readonly Option<Uri?> host = new("--host")
    {
        Description = "The address of a running host, such as http://127.0.0.1:5080.",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps))
            {
                return address;
            }

            result.AddError($"'{result.Tokens[0].Value}' is no address of a host: it begins with http:// or https://.");
            return null;
        },
    };
    private readonly Option<string?> token = new("--token") { Description = $"The admin token, when a host is running (or in {TokenVariable})." };

    /// <summary>Gives a command these options.</summary>
    public Command AddTo(Command command)
    {
        command.Options.Add(data);
        command.Options.Add(database);
        command.Options.Add(host);
        command.Options.Add(token);
        return command;
    }

    public AdminTarget Read(ParseResult parsed) => new(
        parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("SPARK_DATA") ?? "data",
        Given(parsed.GetValue(database)) ?? Given(Environment.GetEnvironmentVariable("SPARK_DATABASE")),
        parsed.GetValue(host),
        parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable));

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
