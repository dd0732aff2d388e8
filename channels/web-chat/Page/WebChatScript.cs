namespace Spark.Channels.WebChat.Page;

/// <summary>Microsoft's Web Chat, which the build lays out beside the plugin. It is looked for anew until it is there.</summary>
internal sealed class WebChatScript(string folder)
{
    public const string FileName = "webchat.js";

    private readonly string path = Path.Combine(folder, FileName);
    private PageAsset? asset;

    public string? Missing => asset is not null || File.Exists(path)
        ? null
        : $"The chat page is missing: Microsoft's Web Chat is not at '{path}'. Install Node.js 20 or newer with npm, build again, and start again.";

    /// <summary>Reads the script once.</summary>
    /// <returns>The script; null when it is missing.</returns>
    public async ValueTask<PageAsset?> ReadAsync(CancellationToken cancellationToken)
    {
        if (asset is null && File.Exists(path))
        {
            asset = new PageAsset(await File.ReadAllBytesAsync(path, cancellationToken), PageAsset.JavaScript);
        }

        return asset;
    }
}
