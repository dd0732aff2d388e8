using System.CommandLine;

namespace Spark.Host.CommandLine;

/// <summary>The command line: <c>spark &lt;noun&gt; &lt;verb&gt;</c>.</summary>
internal static class SparkCommands
{
    public static Task<int> RunAsync(string[] arguments)
    {
        var demo = DemoCommand.Create();
        var root = new RootCommand("Spark: bots on many channels. Without a command it runs the demo.")
        {
            demo,
            RunCommand.Create(),
            CheckCommand.Create(),
            ChatCommand.Create(),
            PluginCommand.Create(),
            EvalCommand.Create(),
            AdminTokenCommand.Create(),
            DbCommand.Create(),
            OutboxCommand.Create(),
            ConversationCommand.Create(),
        };

        // `dotnet run` of a fresh checkout, with or without --reset, is the demo.
        var isDemo = arguments.Length == 0 || arguments[0] == DemoCommand.Reset;
        return root.Parse(isDemo ? [demo.Name, .. arguments] : arguments).InvokeAsync();
    }
}
