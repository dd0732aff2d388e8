using Spark.Host.Hosting;
using Spark.Plugins.Environments;

namespace Spark.Host.Demo;

/// <summary>What a newcomer reads when the demo runs.</summary>
internal static class DemoGreeting
{
    public static async Task PrintAsync(TextWriter output, RunningServer server, EnvironmentConfig environment)
    {
        await output.WriteLineAsync();
        await output.WriteLineAsync("  The demo runs.");
        await output.WriteLineAsync();
        await output.WriteLineAsync(server.MissingPage is { } missing
            ? $"  Chat with the bot         not here: {missing}"
            : $"  Chat with the bot         {server.Url}/chat");
        foreach (var companion in environment.Companions)
        {
            await output.WriteLineAsync($"  {companion.Name,-25} {companion.Url.ToString().TrimEnd('/')}");
        }

        await output.WriteLineAsync();
        await output.WriteLineAsync("  Write as the contact at the first of them, ask for a human, and see the conversation arrive in the agents' queue.");
        await output.WriteLineAsync("  In the chat, ask to chat with a colleague, and answer at the chat desk.");
        await output.WriteLineAsync("  Ctrl+C ends it; conversations are kept until you start it with --reset.");
        await output.WriteLineAsync();
    }
}
