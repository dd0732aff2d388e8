using System.Text.Json;
using Spark.Engine.Reading;
using Spark.Plugins.Catalog;
using Spark.Plugins.Supervision;
using Spark.Runtime.Secrets;

namespace Spark.Plugins.Instances;

/// <summary>
/// Makes one instance from what the operator wrote: secrets, then settings, then the plugin's factory. What goes wrong is this
/// instance's alone.
/// </summary>
internal sealed class InstanceMaker(PluginSupervisor supervisor, PluginOptions options, SecretSource secrets)
{
    /// <summary>Reads the settings and calls the factory.</summary>
    /// <returns>What was made and the mask of its secrets; null when it could not be made, which the state tells.</returns>
    public async ValueTask<(TInstance Made, CallSite Site)?> MakeAsync<TServices, TInstance>(
        InstanceOrder order, IInstanceOffer<TServices, TInstance> offer, CallGate gate, TServices services, CancellationToken cancellationToken)
        where TInstance : class
    {
        var findings = new List<Finding>();
        var resolved = ResolvedSecrets.Resolve(order.Settings, secrets, order.What, findings);
        var site = new CallSite(order.What, new SecretMask(resolved.Values), gate);
        var writer = new SettingsWriter(resolved, order.What, findings);
        if (findings.Count > 0)
        {
            order.State.Move(PluginStatus.NeedsSettings, findings: findings);
            return null;
        }

        var written = await supervisor.MakeAsync(site, "its settings' type", () => writer.Write(order.Settings, offer.Settings), options.StartWithin, cancellationToken);
        site = site with { Secrets = new SecretMask(writer.Hidden) };
        var create = written.HasValue
            ? await supervisor.MakeAsync(
                site, "its settings' type", () => new Binding<TServices, TInstance>(Bind(written.Value, order, offer, findings)), options.StartWithin, cancellationToken)
            : new() { End = written.End, Reason = written.Reason };
        if (!create.HasValue || findings.Count > 0)
        {
            Blame(order, findings, create, "its settings");
            return null;
        }

        var made = await supervisor.MakeAsync(site, "its factory", () => create.Value.Create!(services), options.StartWithin, cancellationToken);
        if (made.HasValue)
        {
            return (made.Value, site);
        }

        Blame(order, findings, made, "its factory");
        return null;
    }

    private static Func<TServices, TInstance>? Bind<TServices, TInstance>(
        byte[] json, InstanceOrder order, IInstanceOffer<TServices, TInstance> offer, List<Finding> findings)
    {
        SettingsCheck.Check(json, order.Settings, offer.Settings, order.At, order.What, findings);
        if (findings.Count > 0)
        {
            return null;
        }

        try
        {
            return offer.Bind(json);
        }
        catch (JsonException exception)
        {
            findings.Add(SettingsCheck.Whole(exception, order.At, order.What));
            return null;
        }
    }

    private static void Blame<T>(InstanceOrder order, List<Finding> findings, CallResult<T> call, string where)
    {
        if (findings.Count > 0)
        {
            order.State.Move(PluginStatus.NeedsSettings, findings: findings);
            return;
        }

        if (call.End is CallEnd.NotReady or CallEnd.CredentialsRejected)
        {
            order.State.Learn(call.End, call.Reason);
            return;
        }

        var said = call.Detail is { Length: > 0 } detail ? $"{call.Reason} It said: {detail}" : call.Reason;
        order.State.Move(
            call.BlamesSettings ? PluginStatus.NeedsSettings : PluginStatus.Faulted,
            findings:
            [
                Problem.At(
                    call.BlamesSettings ? InstanceCodes.Settings : InstanceCodes.Factory,
                    order.At,
                    call.BlamesSettings
                        ? $"The plugin refuses the settings of {order.What}: {call.Detail}"
                        : $"{order.What} could not be made, in {where}: {said}",
                    call.BlamesSettings ? "Mend the settings and start the host again." : "Report it to the plugin's owner; the other instances run without it."),
            ]);
    }

    /// <summary>A factory whose settings were read; none when they do not fit.</summary>
    private sealed record Binding<TServices, TInstance>(Func<TServices, TInstance>? Create);
}
