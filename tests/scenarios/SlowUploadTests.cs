using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Spark.Scenarios.Tests.Support;
using Spark.Tests;

namespace Spark.Scenarios.Tests;

/// <summary>Files that trickle in: their sender keeps a place of the host's only for so long as the operator says.</summary>
public sealed class SlowUploadTests : IAsyncLifetime
{
    private const int Places = 32;

    private readonly TemporaryFolder folder = new();
    private SparkHost host = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var environment = folder.Path("environment.yaml");
        var port = LoopbackPort.Free();
        await File.WriteAllTextAsync(
            environment,
            $$"""
            publicUrl: http://127.0.0.1:{{port}}
            channels:
              web: { plugin: web-chat, bot: it-support, settings: { secret: "a-secret-of-the-scenarios" } }
            """,
            Token);
        host = await SparkHost.StartAsync(
            environment, folder.Path("data"), port, Token, variables: new Dictionary<string, string> { ["Files__LongestUpload"] = "00:00:05" });
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task Who_takes_every_place_and_trickles_is_sent_away_and_others_are_let_in()
    {
        const string directLine = "/channels/web/v3/directline";
        using var generated = await host.Http.PostAsJsonAsync($"{directLine}/tokens/generate", new { }, Token);
        var start = JsonElement.Parse(await generated.Content.ReadAsStringAsync(Token));
        var (token, conversation) = (start.GetProperty("token").GetString()!, start.GetProperty("conversationId").GetString()!);
        using var begin = new HttpRequestMessage(HttpMethod.Post, $"{directLine}/conversations") { Headers = { Authorization = new("Bearer", token) } };
        (await host.Http.SendAsync(begin, Token)).EnsureSuccessStatusCode();
        var path = $"{directLine}/conversations/{conversation}/upload";

        var trickling = await Task.WhenAll(Enumerable.Range(0, Places).Select(_ => TrickleAsync(path, token)));

        trickling.ShouldAllBe(status => status == "HTTP/1.1 408 Request Timeout");
        using var whole = new HttpRequestMessage(HttpMethod.Post, path) { Headers = { Authorization = new("Bearer", token) } };
        whole.Content = new MultipartFormDataContent { { new ByteArrayContent("hello"u8.ToArray()) { Headers = { ContentType = new("text/plain") } }, "file", "hello.txt" } };
        using var taken = await host.Http.SendAsync(whole, Token);
        ((int)taken.StatusCode).ShouldBe(200, await taken.Content.ReadAsStringAsync(Token));
    }

    // Fast enough for the least pace, and never at its end.
    private async Task<string?> TrickleAsync(string path, string token)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Url.Host, host.Url.Port, Token);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: {host.Url.Authority}\r\nAuthorization: Bearer {token}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 10000000\r\n\r\n"), Token);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var answer = reader.ReadLineAsync(Token).AsTask();
        while (!answer.IsCompleted)
        {
            try
            {
                await stream.WriteAsync(new byte[2048], Token);
            }
            catch (IOException)
            {
                // The host has closed the door; its answer is there.
                break;
            }

            await Task.WhenAny(answer, Task.Delay(TimeSpan.FromMilliseconds(200), Token));
        }

        return await answer;
    }
}
