using Spark.Engine.Definitions;
using Spark.Engine.Reading;

namespace Spark.Plugins.Environments;

/// <summary>Reads and checks an environment file. Says everything that is wrong at once.</summary>
public static class EnvironmentReader
{
    private const string UrlExample = "https://bots.example.com";

    /// <summary>Reads the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public static async Task<EnvironmentReading> LoadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return Read(await File.ReadAllTextAsync(path, cancellationToken), path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new(null, [Problem.In(
                EnvironmentCodes.Unreadable, path, $"The environment file cannot be read: {exception.Message}", "Name an existing file with --environment, and let the host's user read it.")]);
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static EnvironmentReading Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var findings = new List<Finding>();
        if (SettingParser.Parse(file, text, findings) is not { } root)
        {
            return new(null, findings);
        }

        var top = new EnvironmentSection(
            root, new SourceLocation(file, 1, 1), "The environment", findings, "publicUrl", "channels", "connections", "companions", "signIn");
        var publicUrl = top.Address("publicUrl", UrlExample);
        var channels = Channels(top, findings);
        var connections = Connections(top, findings);
        var companions = Companions(top, findings);
        var signIn = SignInReader.Read(top, findings);
        CheckSecrets([.. channels.Select(channel => channel.Settings), .. connections.Select(connection => connection.Settings)], findings);
        if (findings.Count > 0 || publicUrl is null)
        {
            return new(null, [.. findings.OrderBy(finding => finding.At.Line).ThenBy(finding => finding.At.Column)]);
        }

        return new(new() { PublicUrl = publicUrl, Channels = channels, Connections = connections, Companions = companions, SignIn = signIn }, []);
    }

    private static List<ChannelConfig> Channels(EnvironmentSection top, List<Finding> findings)
    {
        var channels = new List<ChannelConfig>();
        var paths = new List<(string Channel, SettingNode Path)>();
        foreach (var (name, at, node) in Named(top, "channels", findings))
        {
            var section = new EnvironmentSection(
                node, at, $"The channel '{name}'", findings, "plugin", "bot", "paths", "allowPrivate", "settings");
            var given = section.Texts("paths");
            paths.AddRange(given.Select(path => (name, path)));
            channels.Add(new()
            {
                Name = name,
                Plugin = section.Id("plugin", "my-channel") ?? "",
                Bot = section.Id("bot", "it-support") ?? "",
                Paths = [.. given.Select(path => path.Text)],
                AllowPrivate = section.Flag("allowPrivate"),
                At = at,
                Settings = Settings(section, $"the channel '{name}'", findings),
            });
        }

        PublicPath.CheckGivenOnce(paths, findings);
        return channels;
    }

    private static List<ConnectionConfig> Connections(EnvironmentSection top, List<Finding> findings)
    {
        var connections = new List<ConnectionConfig>();
        foreach (var (name, at, node) in Named(top, "connections", findings))
        {
            var section = new EnvironmentSection(node, at, $"The connection '{name}'", findings, "plugin", "allowPrivate", "enabled", "hours", "settings");
            connections.Add(new()
            {
                Name = name,
                Plugin = section.Id("plugin", "my-provider") ?? "",
                AllowPrivate = section.Flag("allowPrivate"),
                IsEnabled = section.Field("enabled") is null || section.Flag("enabled"),
                Hours = section.Field("hours") is { } hours ? OpeningHoursReader.Read(hours.Value, name, findings) : null,
                At = at,
                Settings = Settings(section, $"the connection '{name}'", findings),
            });
        }

        return connections;
    }

    private static List<CompanionConfig> Companions(EnvironmentSection top, List<Finding> findings)
    {
        var companions = new List<CompanionConfig>();
        foreach (var node in top.List("companions"))
        {
            var section = new EnvironmentSection(node, node.At, "The companion", findings, "name", "program", "arguments", "url");
            var name = section.Text("name", "a simulator");
            var program = section.Text("program", "simulators/example.dll");
            var url = section.Address("url", "http://127.0.0.1:5081");
            var arguments = section.Texts("arguments");
            if (name is not null && program is not null && url is not null)
            {
                companions.Add(new() { Name = name, Program = program, Arguments = [.. arguments.Select(item => item.Text)], Url = url });
            }
        }

        return companions;
    }

    private static IEnumerable<SettingField> Named(EnvironmentSection top, string key, List<Finding> findings)
    {
        if (top.Field(key) is not { } field)
        {
            yield break;
        }

        if (field.Value.Kind != SettingKind.Mapping)
        {
            findings.Add(Problem.At(
                EnvironmentCodes.WrongValue, field.Value.At, $"'{key}' must hold names, and below each its keys.", $"Write {key}:, and below it each name with a colon."));
        }

        foreach (var named in field.Value.Fields)
        {
            if (!OfferId.IsWellFormed(named.Key))
            {
                findings.Add(Problem.At(
                    EnvironmentCodes.WrongValue, named.At, $"'{named.Key}' is no name for one of the {key}.", $"Use {OfferId.Form}."));
            }

            yield return named;
        }
    }

    private static SettingNode Settings(EnvironmentSection section, string what, List<Finding> findings)
    {
        if (section.Field("settings") is not { } field)
        {
            return SettingNode.EmptyMapping;
        }

        if (field.Value.Kind == SettingKind.Mapping)
        {
            return field.Value;
        }

        findings.Add(Problem.At(
            EnvironmentCodes.WrongValue, field.Value.At, $"'settings' of {what} must be keys and values.", "Write each setting as key: value below it."));
        return SettingNode.EmptyMapping;
    }

    private static void CheckSecrets(IEnumerable<SettingNode> settings, List<Finding> findings)
    {
        foreach (var node in settings.SelectMany(tree => tree.All()).Where(SecretReference.IsReference))
        {
            if (SecretReference.Refusal(node.Text) is { } refusal)
            {
                findings.Add(Problem.At(
                    EnvironmentCodes.SecretReference,
                    node.At,
                    $"{refusal}.",
                    $"Write env:{SecretReference.VariablePrefix}NAME, or file:name for a file below the secrets folder."));
            }
        }
    }
}
