using Spark.Runtime.Stores;

namespace Spark.Runtime.Files;

/// <summary>Tells how much room files take.</summary>
public interface IFileSpace
{
    /// <summary>The bytes of all files that are kept.</summary>
    /// <exception cref="StoreUnavailableException">Trying again may help.</exception>
    ValueTask<long> MeasureAsync(CancellationToken cancellationToken);
}
