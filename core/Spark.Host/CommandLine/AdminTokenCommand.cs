using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using Spark.Host.Administration;
using Spark.Host.Hosting;
using Spark.Runtime;
using Spark.Runtime.Tokens;
using Spark.Storage.DataFolders;

namespace Spark.Host.CommandLine;

/// <summary><c>spark admin-token new</c>: a new token for the admin API; the old one ends at once, on every node.</summary>
internal static class AdminTokenCommand
{
    private const string Path = "/api/admin";

    public static Command Create()
    {
        var options = new AdminOptions();
        var renew = options.AddTo(new("new", "Makes a new token in place of the old one."));
        renew.SetAction((parsed, cancellationToken) => AdminCommand.GuardAsync(async () =>
        {
            await Console.Out.WriteLineAsync(await RenewAsync(options.Read(parsed), cancellationToken));
            return ExitCode.Done;
        }));
        return new Command("admin-token", "The bearer token of the admin API.") { renew };
    }

    private static async Task<string> RenewAsync(AdminTarget target, CancellationToken cancellationToken)
    {
        if (target.Host is { } named)
        {
            return await AskHostAsync(new Uri(named.ToString().TrimEnd('/') + Path), target.Token, cancellationToken);
        }

        if (target.Database is null && DataFolderLock.FindHost(target.Data) is { } host)
        {
            return await AskHostAsync(host, target.Token, cancellationToken);
        }

        var storage = new StorageChoice(target.Data, target.Database);
        using var hold = storage.Hold(new Uri("http://127.0.0.1/"));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        storage.AddTo(services);
        services.AddSingleton<AdminToken>();
        await using var provider = services.BuildServiceProvider();
        await storage.PrepareAsync(provider, cancellationToken);
        var token = await provider.GetRequiredService<AdminToken>().RotateAsync(cancellationToken);
        await CommandAudit.WriteAsync(provider, "admin-token.renewed", null, cancellationToken);
        return token;
    }

    private static async Task<string> AskHostAsync(Uri host, string? present, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"{host.ToString().TrimEnd('/')}/token"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", present);
        using var response = await http.SendAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new OperatorException(
                "SPK14002", $"The running host at {host} refuses the present token. Give it with --token, or stop the host and run this again.");
        }

        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.GetProperty("token").GetString()!;
    }
}
