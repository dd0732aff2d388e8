using System.CommandLine;
using Spark.Host.Hosting;

namespace Spark.Host.CommandLine;

/// <summary><c>spark run</c>: the server.</summary>
internal static class RunCommand
{
    public static Command Create()
    {
        var bots = HostOptions.Bots();
        var environment = HostOptions.Environment();
        var data = HostOptions.Data();
        var database = HostOptions.Database();
        var publish = HostOptions.Publish();
        var urls = HostOptions.Urls();
        var plugins = HostOptions.Plugins();
        var secrets = HostOptions.Secrets();
        var adminRemote = HostOptions.AdminRemote();
        var allowPluginInstall = HostOptions.AllowPluginInstall();
        var command = new Command("run", "Runs the bots on the channels of an environment.")
        {
            bots, environment, data, database, publish, urls, plugins, secrets, adminRemote, allowPluginInstall,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var settings = HostSettings.Read(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
            {
                [nameof(HostSettings.Bots)] = parsed.GetValue(bots),
                [nameof(HostSettings.Environment)] = parsed.GetValue(environment),
                [nameof(HostSettings.Data)] = parsed.GetValue(data),
                [nameof(HostSettings.Database)] = parsed.GetValue(database),
                [nameof(HostSettings.Publish)] = parsed.GetValue(publish) ? "true" : null,
                [nameof(HostSettings.Urls)] = parsed.GetValue(urls),
                [nameof(HostSettings.Plugins)] = parsed.GetValue(plugins),
                [nameof(HostSettings.Secrets)] = parsed.GetValue(secrets),
                [nameof(HostSettings.AdminRemote)] = parsed.GetValue(adminRemote) ? "true" : null,
                [nameof(HostSettings.AllowPluginInstall)] = parsed.GetValue(allowPluginInstall) ? "true" : null,
            });
            return await SparkServer.RunAsync(settings, _ => Task.CompletedTask, cancellationToken);
        });
        return command;
    }
}
