using Spark.ApiCalls;
using Spark.Escalation;

namespace Spark.Plugins.Instances;

/// <summary>What the host lends to every instance, where it has it.</summary>
internal sealed record LentServices(IApiCalls? ApiCalls, IEscalation? Escalation);
