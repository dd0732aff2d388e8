using System.CommandLine;
using System.Net.Http.Headers;
using System.Text.Json;
using Spark.Runtime;
using Spark.Runtime.Tokens;
using Spark.Storage;
using Spark.Storage.DataFolders;

namespace Spark.Host.CommandLine;

/// <summary><c>spark admin-token new</c>: a new token for the admin API; the old one ends at once.</summary>
internal static class AdminTokenCommand
{
    private const string TokenVariable = "SPARK_ADMIN_TOKEN";

    public static Command Create()
    {
        var data = HostOptions.Data();
        var token = new Option<string?>("--token") { Description = $"The present token, when a host is running (or in {TokenVariable})." };
        var renew = new Command("new", "Makes a new token in place of the old one.") { data, token };
        renew.SetAction(async (parsed, cancellationToken) =>
        {
            try
            {
                var present = parsed.GetValue(token) ?? Environment.GetEnvironmentVariable(TokenVariable);
                Console.WriteLine(await RenewAsync(parsed.GetValue(data) ?? "data", present, cancellationToken));
                return ExitCode.Done;
            }
            catch (OperatorException problem)
            {
                await Console.Error.WriteLineAsync($"{problem.Code}: {problem.Message}");
                return ExitCode.Error;
            }
        });
        return new Command("admin-token", "The bearer token of the admin API.") { renew };
    }

    private static async Task<string> RenewAsync(string data, string? present, CancellationToken cancellationToken)
    {
        if (DataFolderLock.FindHost(data) is { } host)
        {
            return await AskHostAsync(host, present, cancellationToken);
        }

        using var hold = DataFolderLock.Acquire(data, new Uri("http://127.0.0.1/"));
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSparkSqlite(data);
        services.AddSingleton<AdminToken>();
        await using var provider = services.BuildServiceProvider();
        return await provider.GetRequiredService<AdminToken>().RotateAsync(cancellationToken);
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
