# Free auditors: rules AUD

