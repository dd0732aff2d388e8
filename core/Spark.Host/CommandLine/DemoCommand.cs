using System.CommandLine;
using Spark.Host.Demo;

namespace Spark.Host.CommandLine;

/// <summary><c>spark demo</c>: the whole thing on one machine, for somebody who sees it for the first time.</summary>
internal static class DemoCommand
{
    public const string Reset = "--reset";

    public static Command Create()
    {
        var reset = new Option<bool>(Reset) { Description = "Forgets the conversations of earlier demos." };
        var data = HostOptions.Data();
        var command = new Command("demo", "Runs the demo bot on a chat page and on a simulated desk.") { reset, data };
        command.SetAction((parsed, cancellationToken) =>
            DemoRunner.RunAsync(parsed.GetValue(data) ?? "data", parsed.GetValue(reset), Console.Out, cancellationToken));
        return command;
    }
}
