namespace Spark.Channels.WebChat.Tests.Support;

/// <summary>A plugin folder of a test's own, with or without a stand-in for Web Chat's script.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public const string Script = "window.WebChat = {};";

    public string Path { get; } = Directory.CreateTempSubdirectory("spark-web-chat-").FullName;

    public ScratchFolder WithScript(string content = Script)
    {
        Directory.CreateDirectory(System.IO.Path.Combine(Path, "wwwroot"));
        File.WriteAllText(System.IO.Path.Combine(Path, "wwwroot", "webchat.js"), content);
        return this;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
