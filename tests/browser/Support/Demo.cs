using System.Text.RegularExpressions;
using Spark.Tests;

namespace Spark.Browser.Tests.Support;

/// <summary>The demo as a newcomer starts it, with a data folder of its own.</summary>
internal sealed partial class Demo : IAsyncDisposable
{
    private readonly ChildProcess process;

    private Demo(ChildProcess process, Uri chat, Uri desk, Uri teams, Uri tickets, Uri colleagues)
    {
        this.process = process;
        Chat = chat;
        Desk = desk;
        Teams = teams;
        Tickets = tickets;
        Colleagues = colleagues;
    }

    public Uri Chat { get; }

    public Uri Desk { get; }

    /// <summary>Where one chats as an employee in Teams.</summary>
    public Uri Teams { get; }

    /// <summary>The ticket desk's page.</summary>
    public Uri Tickets { get; }

    /// <summary>The page of the desk whose agents answer in the chat.</summary>
    public Uri Colleagues { get; }

    public static async Task<Demo> StartAsync(string data, CancellationToken cancellationToken)
    {
        var child = ChildProcess.StartDotnet(SparkHost.Assembly, ["demo", "--data", data]);
        try
        {
            var chat = await child.WaitForLineAsync("Chat with the bot", cancellationToken);
            var desk = await child.WaitForLineAsync("Sparkcentral (simulator)", cancellationToken);
            var tickets = await child.WaitForLineAsync("ServiceNow (simulator)", cancellationToken);
            var colleagues = await child.WaitForLineAsync("Chat desk (simulator)", cancellationToken);
            var teams = await child.WaitForLineAsync("Teams (simulator)", cancellationToken);
            await child.WaitForLineAsync("Ctrl+C ends it", cancellationToken);
            return new(child, Address(chat), Address(desk), Address(teams), Address(tickets), Address(colleagues));
        }
        catch
        {
            await child.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    private static Uri Address(string line) => new(Http().Match(line).Value);

    [GeneratedRegex(@"http://\S+")]
    private static partial Regex Http();
}
