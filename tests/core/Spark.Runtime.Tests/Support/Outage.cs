using Spark.Runtime.Stores;

namespace Spark.Runtime.Tests.Support;

/// <summary>Takes the database away from one runtime.</summary>
public sealed class Outage
{
    private volatile bool isAway;

    public void Begin() => isAway = true;

    public void End() => isAway = false;

    public void ThrowIfAway()
    {
        if (isAway)
        {
            throw new StoreUnavailableException("The test says so.");
        }
    }
}
