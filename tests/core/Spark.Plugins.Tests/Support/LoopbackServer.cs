using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Spark.Plugins.Tests.Support;

/// <summary>A real server on loopback that gives each connection the same bytes.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task serving;
    private int connections;

    public LoopbackServer(string answer)
    {
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        serving = ServeAsync(Encoding.ASCII.GetBytes(answer));
    }

    public int Port { get; }

    public int Connections => connections;

    public string LastRequest { get; private set; } = "";

    public Uri Url(string host = "127.0.0.1") => new($"http://{host}:{Port}/");

    public static string Ok(string body, string headers = "") =>
        $"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n{headers}\r\n{body}";

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await serving;
        listener.Dispose();
        ending.Dispose();
    }

    private async Task ServeAsync(byte[] answer)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(ending.Token);
                Interlocked.Increment(ref connections);
                await using var stream = client.GetStream();
                var buffer = new byte[8192];
                var read = await stream.ReadAsync(buffer, ending.Token);
                LastRequest = Encoding.ASCII.GetString(buffer, 0, read);
                await stream.WriteAsync(answer, ending.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the client has left.
        }
    }
}
