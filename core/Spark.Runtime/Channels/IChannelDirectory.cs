namespace Spark.Runtime.Channels;

/// <summary>The channel instances that run now.</summary>
public interface IChannelDirectory
{
    /// <summary>The instance of that id; null when there is none, or its plugin is not running.</summary>
    IRunningChannel? Find(string instanceId);
}
