using Spark.Engine.Conversations;

namespace Spark.Engine.Turns;

/// <summary>Ends a turn; <see cref="DialogEngine"/> turns it into a result.</summary>
internal sealed class EngineFaultException(EngineFault fault) : Exception(fault.Message)
{
    public EngineFault Fault { get; } = fault;
}
