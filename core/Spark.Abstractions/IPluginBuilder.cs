using System.Text.Json.Serialization.Metadata;
using Spark.Actions;
using Spark.Channels;
using Spark.Offload;

namespace Spark;

/// <summary>
/// Takes what a plugin offers. An id is what an operator or a bot designer writes (<c>plugin: web-chat</c>, <c>pause: 2s</c>):
/// lower-case words joined by hyphens, unique among the plugins of one kind.
/// </summary>
/// <remarks>
/// JSON of the plugin's own types goes through the source-generated <see cref="JsonTypeInfo{T}"/>s given here:
/// reflection-based serialization would keep the plugin in memory after it was unloaded.
/// </remarks>
public interface IPluginBuilder
{
    /// <summary>Offers a channel. <paramref name="create"/> runs once for every channel instance that the operator configured.</summary>
    /// <typeparam name="TSettings">The settings of one instance.</typeparam>
    /// <param name="id">The channel's id.</param>
    /// <param name="settings">Reads the settings. Secrets are already resolved.</param>
    /// <param name="create">Makes the channel. An exception of it marks only this instance as faulted.</param>
    void AddChannel<TSettings>(string id, JsonTypeInfo<TSettings> settings, Func<TSettings, ChannelServices, IChannel> create);

    /// <summary>Offers an offload provider. <paramref name="create"/> runs once for every connection that the operator configured.</summary>
    /// <typeparam name="TSettings">The settings of one connection.</typeparam>
    /// <param name="id">The provider's id.</param>
    /// <param name="kind">What happens to a conversation that the provider takes.</param>
    /// <param name="settings">Reads the settings. Secrets are already resolved.</param>
    /// <param name="create">Makes the provider. An exception of it marks only this connection as faulted.</param>
    void AddOffloadProvider<TSettings>(
        string id, OffloadKind kind, JsonTypeInfo<TSettings> settings, Func<TSettings, InstanceServices, IOffloadProvider> create);

    /// <summary>Offers an action: a verb of action dialogs.</summary>
    /// <typeparam name="TInput">What the step's fields are read into.</typeparam>
    /// <typeparam name="TOutput">What expressions of the step (<c>save</c>, <c>outcomes</c>) see.</typeparam>
    /// <param name="id">The verb.</param>
    /// <param name="input">Reads the step's fields; the verb's own value is the field that bears the verb's name.</param>
    /// <param name="output">Writes the output.</param>
    /// <param name="create">Makes the action, once for the life of the plugin; it is called from many turns at once.</param>
    /// <param name="isRepeatable">
    /// True when a second call with the same <see cref="ActionContext.EffectId"/> does no harm: the far side takes it as a key, the
    /// action looks before it acts, or it changes nothing. After a crash with the call under way such an action is called again; any
    /// other is not, and its step sees the result <c>unknown</c>.
    /// </param>
    void AddAction<TInput, TOutput>(
        string id,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable);

    /// <summary>Offers an action that promises nothing about being called again.</summary>
    /// <typeparam name="TInput">What the step's fields are read into.</typeparam>
    /// <typeparam name="TOutput">What expressions of the step (<c>save</c>, <c>outcomes</c>) see.</typeparam>
    /// <param name="id">The verb.</param>
    /// <param name="input">Reads the step's fields; the verb's own value is the field that bears the verb's name.</param>
    /// <param name="output">Writes the output.</param>
    /// <param name="create">Makes the action, once for the life of the plugin; it is called from many turns at once.</param>
    void AddAction<TInput, TOutput>(
        string id, JsonTypeInfo<TInput> input, JsonTypeInfo<TOutput> output, Func<InstanceServices, IAction<TInput, TOutput>> create) =>
        AddAction(id, input, output, create, isRepeatable: false);

    /// <summary>
    /// Offers an action that works on a connection: the value of its verb is the connection's name, and the operator gives each
    /// connection its settings and secrets (<c>plugin:</c> with the verb). Since contract 1.1.
    /// </summary>
    /// <typeparam name="TSettings">The settings of one connection.</typeparam>
    /// <typeparam name="TInput">What the step's fields are read into.</typeparam>
    /// <typeparam name="TOutput">What expressions of the step (<c>save</c>, <c>outcomes</c>) see.</typeparam>
    /// <param name="id">The verb.</param>
    /// <param name="settings">Reads the settings. Secrets are already resolved.</param>
    /// <param name="input">Reads the step's fields; the verb's own value is the field that bears the verb's name.</param>
    /// <param name="output">Writes the output.</param>
    /// <param name="create">Makes the action of one connection. An exception of it marks only this connection as faulted.</param>
    /// <param name="isRepeatable">As for an action without a connection; where it depends on the step, see <see cref="IRepeatable{TInput}"/>.</param>
    void AddConnectedAction<TSettings, TInput, TOutput>(
        string id,
        JsonTypeInfo<TSettings> settings,
        JsonTypeInfo<TInput> input,
        JsonTypeInfo<TOutput> output,
        Func<TSettings, InstanceServices, IAction<TInput, TOutput>> create,
        bool isRepeatable = false) =>
        throw new NotSupportedException("This host knows no actions that work on connections.");
}
