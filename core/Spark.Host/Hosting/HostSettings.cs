
namespace Spark.Host.Hosting;

/// <summary>What the operator says to the host: by flag, by <c>SPARK_…</c> variable, or in <c>appsettings.json</c>, in that order.</summary>
internal sealed record HostSettings
{
    /// <summary>The folder of a bot, or of several.</summary>
    public required string Bots { get; init; }

    /// <summary>The file that binds channels and connections to plugins.</summary>
    public required string Environment { get; init; }

    /// <summary>The environment's text, where it is not that of the file (the demo moves addresses to free ports).</summary>
    public string? EnvironmentText { get; init; }

    /// <summary>The folder of the logs and, without <see cref="Database"/>, of the database.</summary>
    public required string Data { get; init; }

    /// <summary>The connection string of a PostgreSQL that nodes share; null for the file in the data folder.</summary>
    public string? Database { get; init; }

    /// <summary>True when the bots of the folder are published even though newer ones were.</summary>
    public bool Publish { get; init; }

    /// <summary>Where the host keeps what it must not lose.</summary>
    public StorageChoice Storage => new(Data, Database);

    /// <summary>Where to listen, separated by semicolons.</summary>
    public required string Urls { get; init; }

    /// <summary>True when all of these are loopback addresses. A name counts as what it is, not as what it resolves to today.</summary>
    public bool HearsOnlyLoopback => Urls.Split(';').All(url => Uri.TryCreate(url, UriKind.Absolute, out var address) && address.IsLoopback);

    /// <summary>The folder of plugins.</summary>
    public required string Plugins { get; init; }

    /// <summary>The folder that <c>file:…</c> secrets lie in.</summary>
    public required string Secrets { get; init; }

    /// <summary>True when the admin API answers other machines too.</summary>
    public bool AdminRemote { get; init; }

    /// <summary>True when administrators may install plugins in the cockpit.</summary>
    public bool AllowPluginInstall { get; init; }

    /// <summary>Where plugins lie that were installed in the cockpit: beside the operator's, which stay as they are.</summary>
    public string InstalledPlugins => Path.GetFullPath(Path.Combine(Data, "plugins"));

    public static HostSettings Read(IReadOnlyDictionary<string, string?> flags)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables("SPARK_")
            .AddInMemoryCollection(flags.Where(flag => flag.Value is not null))
            .Build();
        var data = configuration[nameof(Data)] ?? "data";
        return new()
        {
            Bots = configuration[nameof(Bots)] ?? "bots",
            Environment = configuration[nameof(Environment)] ?? "environment.yaml",
            Data = data,
            Urls = configuration[nameof(Urls)] ?? "http://127.0.0.1:5080",
            Plugins = configuration[nameof(Plugins)] ?? SparkPaths.DefaultPlugins(),
            Secrets = configuration[nameof(Secrets)] ?? Path.Combine(data, "secrets"),
            Database = configuration[nameof(Database)] is { Length: > 0 } database ? database : null,
            Publish = IsTrue(configuration, nameof(Publish)),
            AdminRemote = IsTrue(configuration, nameof(AdminRemote)),
            AllowPluginInstall = IsTrue(configuration, nameof(AllowPluginInstall)),
        };
    }

    private static bool IsTrue(IConfiguration configuration, string name) =>
        string.Equals(configuration[name], "true", StringComparison.OrdinalIgnoreCase);
}
