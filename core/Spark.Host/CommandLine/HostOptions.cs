using System.CommandLine;

namespace Spark.Host.CommandLine;

/// <summary>Options that several commands share. Each can also be a <c>SPARK_…</c> variable or a line of <c>appsettings.json</c>.</summary>
internal static class HostOptions
{
    public static Option<string?> Bots() => new("--bots") { Description = "The folder of a bot, or of several (default: bots)." };

    public static Option<string?> Environment() =>
        new("--environment") { Description = "The file that binds channels and connections to plugins (default: environment.yaml)." };

    public static Option<string?> Data() => new("--data") { Description = "The folder of the database (default: data)." };

    public static Option<string?> Database() =>
        new("--database") { Description = "The connection string of a PostgreSQL that nodes share, instead of the file in the data folder." };

    public static Option<bool> Publish() => new("--publish") { Description = "Publishes the bots of the folder even where another version was published after them." };

    public static Option<string?> Urls() => new("--urls") { Description = "Where to listen (default: http://127.0.0.1:5080)." };

    public static Option<string?> Plugins() => new("--plugins") { Description = "The folder of plugins (default: what the build laid out)." };

    public static Option<string?> Secrets() => new("--secrets") { Description = "The folder that file:… secrets lie in (default: secrets below the data folder)." };

    public static Option<bool> AllowPluginInstall() =>
        new("--allow-plugin-install") { Description = "Lets administrators install plugins in the cockpit: whoever does runs code with the rights of the host." };

    public static Option<bool> AdminRemote() => new("--admin-remote") { Description = "Lets the admin API answer other machines too." };
}
