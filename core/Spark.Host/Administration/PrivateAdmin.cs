using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Spark.Channels;
using Spark.Cockpit.Access.Tokens;
using Spark.Cockpit.Admin;
using Spark.Host.Hosting;
using Spark.Plugins;
using Spark.Runtime;
using Spark.Runtime.Access;
using Spark.Runtime.Configuration;
using Spark.Runtime.Operations;
using Spark.Runtime.Privacy;
using Spark.Runtime.Tokens;
using Spark.Storage.DataFolders;
using Spark.Storage.Sqlite;

namespace Spark.Host.Administration;

/// <summary>
/// The admin API over a database that no host serves, for as long as one command lasts: on loopback, with a token that only the command
/// knows. So a command has one way to work, and does the same whether a host runs or not.
/// </summary>
internal sealed class PrivateAdmin : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DataFolderLock? hold;

    private PrivateAdmin(WebApplication app, DataFolderLock? hold, string token)
    {
        this.app = app;
        this.hold = hold;
        Token = token;
    }

    public string Token { get; }

    public Uri Url => new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public static async Task<PrivateAdmin> StartAsync(AdminTarget target, CancellationToken cancellationToken)
    {
        var storage = new StorageChoice(target.Data, target.Database);
        if (!storage.IsShared && !File.Exists(Path.Combine(target.Data, SqliteDatabase.FileName)))
        {
            throw new OperatorException(
                "SPK12012", $"There is no running host and no database in '{target.Data}'. Name the host's data folder with --data, its PostgreSQL with --database, or its address with --host.");
        }

        var folder = storage.Hold(new Uri("http://127.0.0.1/"));
        var settings = new MemorySettings();
        var token = await new AdminToken(settings).RotateAsync(cancellationToken);
        var admin = new PrivateAdmin(Build(storage, settings), folder, token);
        var isStarted = false;
        try
        {
            // Opens the database: what is wrong with it is said here, and not in an answer.
            admin.app.Services.GetRequiredService<IOutboxDesk>();
            await storage.PrepareAsync(admin.app.Services, cancellationToken);
            await admin.app.StartAsync(cancellationToken);
            isStarted = true;
            return admin;
        }
        finally
        {
            if (!isStarted)
            {
                await admin.DisposeAsync();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        hold?.Dispose();
    }

    private static WebApplication Build(StorageChoice storage, ISettingsStore settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new AdminToken(settings));
        builder.Services.AddSingleton(new AdminAccess(AllowRemote: false, CommandAudit.Actor));
        storage.AddTo(builder.Services);
        builder.Services.AddSingleton<OutboxOperations>();
        builder.Services.AddSingleton<ApiClients>();
        builder.Services.AddSparkAccessTokens();
        builder.Services.AddSparkPrivacy();
        builder.Services.AddSingleton<Func<string, IConversationFeed>>((IServiceProvider _) => _ => throw new NotSupportedException("A command runs no channels."));
        builder.Services.AddSparkPlugins();
        builder.Services.AddSparkConfiguration();
        builder.Services.AddCredentialKeys(Environment.GetEnvironmentVariable("SPARK_SECRETS") ?? Path.Combine(storage.Data, "secrets"), storage);
        var built = builder.Build();
        built.MapSparkDatabase();
        return built;
    }
}
