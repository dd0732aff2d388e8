namespace Spark.Host.Bots;

/// <summary>A bot of the folder that was not published, because another version was published after it.</summary>
/// <param name="Bot">The bot's id.</param>
/// <param name="Version">The version in the folder.</param>
/// <param name="Published">The version that answers.</param>
internal sealed record HeldBot(string Bot, string Version, string Published)
{
    public const string Code = "SPK12011";

    public string Sentence =>
        $"{Code}: version {Version} of bot '{Bot}', which lies in this node's folder, is not published: version {Published} was published after it, and goes on answering. Bring the folder up to date, or start with --publish to put {Version} in its place on all nodes.";
}
