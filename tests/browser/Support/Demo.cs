using System.Text.RegularExpressions;
using Spark.Tests;

namespace Spark.Browser.Tests.Support;

/// <summary>The demo as a newcomer starts it, with a data folder of its own.</summary>
internal sealed partial class Demo : IAsyncDisposable
{
    private readonly ChildProcess process;

    private Demo(ChildProcess process, Uri chat, Uri desk)
    {
        this.process = process;
        Chat = chat;
        Desk = desk;
    }

    public Uri Chat { get; }

    public Uri Desk { get; }

    public static async Task<Demo> StartAsync(string data, CancellationToken cancellationToken)
    {
        var process = ChildProcess.StartDotnet(SparkHost.Assembly, ["demo", "--data", data]);
        try
        {
            var chat = await process.WaitForLineAsync("Chat with the bot", cancellationToken);
            var desk = await process.WaitForLineAsync("(simulator)", cancellationToken);
            await process.WaitForLineAsync("Ctrl+C ends it", cancellationToken);
            return new(process, Address(chat), Address(desk));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static Uri Address(string line) => new(Http().Match(line).Value);

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Http();
}
