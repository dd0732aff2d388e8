using System.CommandLine;
using Spark.Channels;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Plugins.Environments;

namespace Spark.Host.CommandLine;

/// <summary>
/// <c>spark &lt;channel&gt; manifest</c>: writes the package that an administrator uploads where the channel's people are. The noun is the id
/// of the channel's plugin, which brings the package; the host knows none by name.
/// </summary>
internal static class ManifestCommand
{
    public const string Verb = "manifest";

    public static Command Create(string channel)
    {
        var environment = HostOptions.Environment();
        var plugins = HostOptions.Plugins();
        var secrets = HostOptions.Secrets();
        var instance = new Option<string?>("--channel") { Description = "The channel instance; the first of this kind when it is not given." };
        var name = new Option<string>("--name") { Description = "What people know the bot by.", DefaultValueFactory = _ => "IT assistant" };
        var description = new Option<string>("--description") { Description = "What it does, in a sentence.", DefaultValueFactory = _ => "Helps with computers, accounts and everything around them." };
        var version = new Option<string>("--app-version") { Description = "The package's version: raise it with each upload.", DefaultValueFactory = _ => "1.0.0" };
        var developer = new Option<string>("--developer") { Description = "Whose bot it is.", Required = true };
        var website = new Option<Uri>("--website") { Description = "The developer's web site; /privacy and /terms are looked for below it.", Required = true };
        var output = new Option<string?>("--out") { Description = "Where the package is written." };
        var manifest = new Command(Verb, "Writes the app package that an administrator uploads.")
        {
            environment, plugins, secrets, instance, name, description, version, developer, website, output,
        };
        manifest.SetAction((parsed, cancellationToken) => WriteAsync(
            channel,
            parsed.GetValue(instance),
            new AppPackageOrder
            {
                Name = parsed.GetRequiredValue(name),
                Description = parsed.GetRequiredValue(description),
                Version = parsed.GetRequiredValue(version),
                Developer = parsed.GetRequiredValue(developer),
                Website = parsed.GetRequiredValue(website),
            },
            (parsed.GetValue(environment) ?? "environment.yaml", parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(), parsed.GetValue(secrets) ?? Path.Combine("data", "secrets")),
            parsed.GetValue(output),
            cancellationToken));
        return new Command(channel, "What belongs to one kind of channel.") { manifest };
    }

    private static async Task<int> WriteAsync(
        string channel,
        string? instance,
        AppPackageOrder order,
        (string Environment, string Plugins, string Secrets) from,
        string? output,
        CancellationToken cancellationToken)
    {
        var reading = EnvironmentReader.Read(await File.ReadAllTextAsync(from.Environment, cancellationToken), from.Environment);
        if (reading.Config is not { } environment)
        {
            FindingPrinter.PrintLines(Console.Error, reading.Findings);
            return ExitCode.Error;
        }

        var named = environment.Channels.FirstOrDefault(config => config.Plugin == channel && (instance is null || config.Name == instance));
        if (named is null)
        {
            await Console.Error.WriteLineAsync($"SPK12055: {from.Environment} has no channel {(instance is null ? "" : $"'{instance}' ")}of the plugin '{channel}'. Name the environment file by --environment, and the channel by --channel.");
            return ExitCode.Error;
        }

        await using var installed = await InstalledPlugins.LoadAsync(from.Plugins, environment, from.Secrets, cancellationToken);
        var (package, refusal) = await installed.Host.MakePackageAsync(named.Name, order, cancellationToken);
        if (package is null)
        {
            await Console.Error.WriteLineAsync($"SPK12056: the channel '{named.Name}' made no package: {refusal}");
            return ExitCode.Error;
        }

        var file = output ?? package.FileName;
        await File.WriteAllBytesAsync(file, package.Content.ToArray(), cancellationToken);
        Console.WriteLine($"Wrote {file}. Upload it in the far side's administration.");
        return ExitCode.Done;
    }
}
