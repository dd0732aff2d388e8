using Spark.Runtime.Secrets;

namespace Spark.Plugins.Supervision;

/// <summary>Who is called: for messages, and for the account of calls that still run.</summary>
/// <param name="Owner">The instance or plugin, as the operator knows it.</param>
/// <param name="Secrets">What must not appear in a message.</param>
/// <param name="Gate">Counts the calls; closed when the plugin is to be unloaded.</param>
internal sealed record CallSite(string Owner, SecretMask Secrets, CallGate Gate);
