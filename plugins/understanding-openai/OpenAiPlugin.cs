namespace Spark.Understanding.OpenAi;

/// <summary>Offers the understanding provider <c>understanding-openai</c>.</summary>
public sealed class OpenAiPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddUnderstandingProvider(
            "understanding-openai", OpenAiJson.Default.OpenAiSettings, (settings, services) => new ChatUnderstanding(settings, services.Http));
    }
}
