using System.Globalization;
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
                LastRequest = await ReadAsync(stream, ending.Token);
                await stream.WriteAsync(answer, ending.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
        {
            // The test is over, or the client has left.
        }
    }

    // All of it: a connection that is closed over something unread is reset, and the client may lose the answer.
    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        var request = new StringBuilder();
        var buffer = new byte[8192];
        int read;
        do
        {
            read = await stream.ReadAsync(buffer, cancellationToken);
            request.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
        while (read > 0 && !IsWhole(request.ToString()));
        return request.ToString();
    }

    private static bool IsWhole(string request)
    {
        const string length = "Content-Length: ";
        if (request.IndexOf("\r\n\r\n", StringComparison.Ordinal) is var end && end < 0)
        {
            return false;
        }

        var announced = request[..end].Split("\r\n").FirstOrDefault(line => line.StartsWith(length, StringComparison.OrdinalIgnoreCase));
        return announced is null || request.Length - end - 4 >= int.Parse(announced[length.Length..], CultureInfo.InvariantCulture);
    }
}
