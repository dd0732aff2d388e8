using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Spark.Channels.HandoffApi.Tests.Support;

/// <summary>Requests byte by byte, as python-requests writes them: a connection for each call, header values in Latin-1.</summary>
internal static class RawHttp
{
    public static async Task<RawAnswer> PostAsync(Uri host, string path, byte[] body, params (string Name, byte[] Value)[] headers)
    {
        using var head = new MemoryStream();
        Write(head, $"POST {path} HTTP/1.1\r\nHost: {host.Authority}\r\nUser-Agent: python-requests/2.32.3\r\nAccept-Encoding: gzip, deflate\r\nAccept: application/json\r\nConnection: close\r\n");
        foreach (var (name, value) in headers)
        {
            Write(head, name + ": ");
            head.Write(value);
            Write(head, "\r\n");
        }

        Write(head, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n"));
        using var client = new TcpClient();
        await client.ConnectAsync(host.Host, host.Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(head.ToArray(), TestContext.Current.CancellationToken);
        await stream.WriteAsync(body, TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        return Read(Encoding.UTF8.GetString(answer.ToArray()));
    }

    private static RawAnswer Read(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var lines = answer[..end].Split("\r\n");
        var headers = lines[1..].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.OrdinalIgnoreCase);
        return new(int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture), headers, answer[(end + 4)..]);
    }

    private static void Write(MemoryStream stream, string text) => stream.Write(Encoding.ASCII.GetBytes(text));
}
