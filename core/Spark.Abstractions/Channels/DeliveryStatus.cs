namespace Spark.Channels;

/// <summary>How an attempt to send ended.</summary>
public enum DeliveryStatus
{
    /// <summary>The far side has it.</summary>
    Delivered,

    /// <summary>The far side certainly does not have it; trying again may help.</summary>
    NotSent,

    /// <summary>The far side refuses it; trying again is of no use.</summary>
    Refused,

    /// <summary>It cannot be told whether the far side has it (a time-out after the request was written, say).</summary>
    Unknown,

    /// <summary>The conversation is not the bot's any more. Nothing further can be sent.</summary>
    Lost,
}
