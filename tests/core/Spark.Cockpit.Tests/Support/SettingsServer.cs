using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spark.Channels;
using Spark.Cockpit.Admin;
using Spark.Cockpit.Credentials;
using Spark.Plugins;
using Spark.Runtime.Access;
using Spark.Runtime.Configuration;
using Spark.Runtime.Credentials;
using Spark.Runtime.Operations;
using Spark.Runtime.Tokens;
using Spark.Storage;
using Spark.Storage.Postgres;

namespace Spark.Cockpit.Tests.Support;

/// <summary>The settings' part of the admin API over a real database, with the real way out to the network.</summary>
internal sealed class SettingsServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly CollectingLogs logs;

    private readonly bool isOwner;

    private SettingsServer(WebApplication app, CollectingLogs logs, string folder, bool isOwner, string token)
    {
        this.app = app;
        this.logs = logs;
        this.isOwner = isOwner;
        Token = token;
        Folder = folder;
        Http = new HttpClient { BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    public string Folder { get; }

    public HttpClient Http { get; }

    public string Token { get; }

    public IServiceProvider Services => app.Services;

    public string KeyFile => Path.Combine(Folder, "keys", "credential-keys");

    /// <summary>All that was logged, at every level.</summary>
    public string Logs => string.Join('\n', logs.Lines);

    /// <summary>All that was answered.</summary>
    public ConcurrentQueue<string> Answers { get; } = new();

    public static Task<SettingsServer> StartAsync() => StartAsync(beside: null, database: null);

    /// <summary>Starts a server.</summary>
    /// <param name="beside">One whose keys and database it shares; null for its own.</param>
    /// <param name="database">The connection string of a PostgreSQL; null for SQLite.</param>
    public static async Task<SettingsServer> StartAsync(SettingsServer? beside, string? database)
    {
        var folder = beside?.Folder ?? Directory.CreateTempSubdirectory("spark-settings-").FullName;
        var kept = new CollectingLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace).AddProvider(kept);
        _ = database is null ? builder.Services.AddSparkSqlite(folder) : builder.Services.AddSparkPostgres(database);
        builder.Services.Configure<PostgresOptions>(options => options.ConnectLimit = options.StatementLimit = TimeSpan.FromMinutes(1));
        builder.Services.AddSingleton<Func<string, IConversationFeed>>((IServiceProvider _) => _ => throw new NotSupportedException());
        builder.Services.AddSparkPlugins();
        builder.Services.AddSparkConfiguration();
        builder.Services.Configure<CredentialKeyOptions>(options => (options.File, options.MayCreate) = (Path.Combine(folder, "keys", "credential-keys"), true));
        builder.Services.AddSingleton<OutboxOperations>();
        builder.Services.AddSingleton<ApiClients>();
        builder.Services.AddSingleton<AdminToken>();
        builder.Services.AddSingleton(new AdminAccess(AllowRemote: false));
        var built = builder.Build();
        built.MapSparkDatabase();
        built.MapSignInCallback();
        await built.StartAsync();
        return new(built, kept, folder, beside is null, beside?.Token ?? await built.Services.GetRequiredService<AdminToken>().RotateAsync(CancellationToken.None));
    }

    public async Task<(int Status, JsonNode Body)> SendAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/admin/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        return await ReadAsync(request);
    }

    public async Task<(int Status, JsonNode Body)> UploadAsync(byte[] file, string path = "categories?file=list.csv")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/api/admin/{path}", UriKind.Relative)) { Content = new ByteArrayContent(file) };
        return await ReadAsync(request);
    }

    /// <summary>Sets something that must be taken.</summary>
    public async Task PutAsync(string path, JsonNode body)
    {
        var (status, answer) = await SendAsync(HttpMethod.Put, path, body);
        status.ShouldBe(200, $"{path}: {answer}");
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.DisposeAsync();
        if (isOwner)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private async Task<(int Status, JsonNode Body)> ReadAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        Answers.Enqueue(text);
        return ((int)response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)! : JsonValue.Create(text));
    }
}
