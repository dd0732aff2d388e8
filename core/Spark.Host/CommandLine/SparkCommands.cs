using System.CommandLine;

namespace Spark.Host.CommandLine;

/// <summary>The command line: <c>spark &lt;noun&gt; &lt;verb&gt;</c>.</summary>
internal static class SparkCommands
{
    /// <summary>A server bounds its stopping itself; until then nobody cuts it off.</summary>
    private static readonly TimeSpan ServerEnds = TimeSpan.FromHours(1);

    private static readonly TimeSpan OthersEnd = TimeSpan.FromSeconds(2);

    public static Task<int> RunAsync(string[] arguments)
    {
        var demo = DemoCommand.Create();
        var root = new RootCommand("Spark: bots on many channels. Without a command it runs the demo.")
        {
            demo,
            RunCommand.Create(),
            NewCommand.Create(),
            CheckCommand.Create(),
            ChatCommand.Create(),
            TestCommand.Create(),
            RehearseCommand.Create(),
            ReplayCommand.Create(),
            WhyCommand.Create(),
            WhatIfCommand.Create(),
            SchemaCommand.Create(),
            LocalesCommand.Create(),
            PublishCommand.Create(),
            PublishCommand.CreateRollback(),
            PublishCommand.CreateVersions(),
            BotCommand.Create(),
            PluginCommand.Create(),
            EvalCommand.Create(),
            NluCommand.Create(),
            AdminTokenCommand.Create(),
            DbCommand.Create(),
            OutboxCommand.Create(),
            ConversationCommand.Create(),
            ApiClientCommand.Create(),
            AccessTokenCommand.Create(),
            AuditCommand.Create(),
            PersonCommand.Create(),
            CredentialCommand.Create(),
            ApiCallCommand.Create(),
            CategoryCommand.Create(),
            EscalationCommand.Create(),
        };

        // What a channel brings is asked for by its plugin's id.
        if (arguments is [var noun, ManifestCommand.Verb, ..] && root.Subcommands.All(command => command.Name != noun))
        {
            root.Add(ManifestCommand.Create(noun));
        }

        // `dotnet run` of a fresh checkout, with or without --reset, is the demo.
        var isDemo = arguments.Length == 0 || arguments[0] == DemoCommand.Reset;
        var parsed = root.Parse(isDemo ? [demo.Name, .. arguments] : arguments);
        var isServer = parsed.CommandResult.Command.Name is "run" or "demo";
        return parsed.InvokeAsync(new() { ProcessTerminationTimeout = isServer ? ServerEnds : OthersEnd });
    }
}
