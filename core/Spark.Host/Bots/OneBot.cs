using Spark.Engine.Reading;
using Spark.Runtime;

namespace Spark.Host.Bots;

/// <summary>Finds the one bot that a command is about.</summary>
internal static class OneBot
{
    /// <summary>The files of the bot in a folder.</summary>
    /// <exception cref="OperatorException">There is no <c>bot.yaml</c>.</exception>
    public static async Task<BotSource> LoadAsync(string folder, CancellationToken cancellationToken) => File.Exists(Path.Combine(folder, "bot.yaml"))
        ? await BotFolder.LoadAsync(folder, cancellationToken)
        : throw new OperatorException("SPK12001", $"there is no bot.yaml in {folder}: name the folder of one bot.");
}
