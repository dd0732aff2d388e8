using System.CommandLine;
using Spark.Engine.Reading;
using Spark.Host.Checking;
using Spark.Host.Hosting;
using Spark.Plugins.Catalog;
using Spark.Plugins.Environments;

namespace Spark.Host.CommandLine;

/// <summary><c>spark plugin list</c>: what is installed, how it stands, and why.</summary>
internal static class PluginCommand
{
    public static Command Create()
    {
        var plugins = HostOptions.Plugins();
        var environment = HostOptions.Environment();
        var secrets = HostOptions.Secrets();
        var list = new Command("list", "Lists the installed plugins: how they stand, and why.") { plugins, environment, secrets };
        list.SetAction((parsed, cancellationToken) => ListAsync(
            parsed.GetValue(plugins) ?? SparkPaths.DefaultPlugins(),
            parsed.GetValue(environment),
            parsed.GetValue(secrets) ?? Path.Combine("data", "secrets"),
            cancellationToken));
        return new Command("plugin", "What is installed.") { list };
    }

    private static async Task<int> ListAsync(string folder, string? environmentFile, string secrets, CancellationToken cancellationToken)
    {
        EnvironmentConfig? environment = null;
        if (environmentFile is not null)
        {
            var reading = EnvironmentReader.Read(await File.ReadAllTextAsync(environmentFile, cancellationToken), environmentFile);
            if ((environment = reading.Config) is null)
            {
                FindingPrinter.PrintLines(Console.Error, reading.Findings);
                return ExitCode.Error;
            }
        }

        await using var installed = await InstalledPlugins.LoadAsync(folder, environment, secrets, cancellationToken);
        Print(installed.Host.Catalog, hasEnvironment: environment is not null);
        return ExitCode.Done;
    }

    // Lines, not a table: the reasons are sentences, and a pipe should get them whole.
    private static void Print(PluginCatalog catalog, bool hasEnvironment)
    {
        foreach (var plugin in catalog.Plugins)
        {
            var offers = plugin.Offers.Count == 0 ? "" : $"  offers {string.Join(", ", plugin.Offers.Select(offer => offer.Id))}";
            Console.WriteLine($"{plugin.Id,-22} {plugin.Version,-8} {plugin.Kind.ToString().ToLowerInvariant(),-16} {plugin.Status.ToString().ToLowerInvariant()}{offers}{Because(plugin.Reason, plugin.Findings)}");
        }

        FindingPrinter.PrintLines(Console.Out, catalog.Findings);
        foreach (var instance in hasEnvironment ? catalog.Instances : [])
        {
            Console.WriteLine($"{instance.Id,-22} {instance.Kind.ToString().ToLowerInvariant(),-25} {instance.Status.ToString().ToLowerInvariant()}  ({instance.Plugin}){Because(instance.Reason, instance.Findings)}");
        }
    }

    private static string Because(string? reason, IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
        {
            return string.Concat(findings.Select(finding => $"  {finding.Code}: {finding.Message} {finding.Remedy}"));
        }

        return reason is null ? "" : $"  {reason}";
    }
}
