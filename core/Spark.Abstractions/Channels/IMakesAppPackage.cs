namespace Spark.Channels;

/// <summary>
/// A channel that is an app on the far side, which an administrator installs there: it makes the package to upload. Since contract 1.2.
/// </summary>
public interface IMakesAppPackage
{
    /// <summary>Makes the package from the instance's settings; must neither block nor touch the network.</summary>
    /// <param name="order">What people read about the app.</param>
    /// <exception cref="ArgumentException">What was ordered does not fit the far side's rules; the message says all that is wrong.</exception>
    AppPackage MakePackage(AppPackageOrder order);
}
