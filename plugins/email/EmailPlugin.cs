namespace Spark.Actions.Email;

/// <summary>Offers the action <c>email</c>.</summary>
public sealed class EmailPlugin : IPlugin
{
    /// <inheritdoc/>
    public void Configure(IPluginBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.AddConnectedAction(
            "email",
            EmailJson.Default.EmailSettings,
            EmailJson.Default.EmailInput,
            EmailJson.Default.EmailOutput,
            (settings, services) => new EmailAction(settings, services));
    }
}
